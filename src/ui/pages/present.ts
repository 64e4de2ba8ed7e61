import { mount } from 'svelte'
import NotesPage from '../present/notes/NotesPage.svelte'
import { startOwnPage } from './start-page.ts'

startOwnPage()
const slug = new URLSearchParams(location.search).get('lesson') ?? ''
// It becomes a part of an address.
const lesson = /^[a-z0-9-]{1,80}$/.test(slug) ? slug : ''
mount(NotesPage, { target: document.querySelector('#notes')!, props: { lesson } })
