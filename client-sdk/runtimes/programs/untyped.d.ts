// Libraries without types of their own. They are loaded for the globals that they set.
declare module 'abort-controller/polyfill.js'
declare module 'whatwg-fetch'
