export { default as Devices } from './Devices/Devices.svelte'
export { default as Map } from './Map/Map.svelte'
export { default as Wire } from './Wire/Wire.svelte'
export { default as Time } from './Time/Time.svelte'
