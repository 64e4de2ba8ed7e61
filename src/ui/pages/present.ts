import { mount } from 'svelte'
import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import NotesPage from '../present/notes/NotesPage.svelte'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
const slug = new URLSearchParams(location.search).get('lesson') ?? ''
// It becomes a part of an address.
const lesson = /^[a-z0-9-]{1,80}$/.test(slug) ? slug : ''
mount(NotesPage, { target: document.querySelector('#notes')!, props: { lesson } })
