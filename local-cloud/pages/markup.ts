// Markup that the pages share: escaped text, links, sections, and a text with its copy button.

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** @param introduction Markup. */
export const section = (title: string, introduction: string, content: string) =>
  `<section><h2>${escape(title)}</h2><p>${introduction}</p>${content}</section>`

export const link = (href: string, text: string) => `<a href="${escape(href)}">${escape(text)}</a>`

/** @param content Markup. */
export const copyable = (id: string, name: string, content: string) =>
  `<div class="copyable"><h3>${escape(name)}</h3><button type="button" data-copies="${id}">Copy</button><pre id="${id}">${content}</pre></div>`

/** Shown shortened, but selected and copied whole. */
export const clipped = (text: string) => `<span class="clipped">${escape(text)}</span>`
