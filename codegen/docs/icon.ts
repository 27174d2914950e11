// The icon of the pages for people: a desk bell.
export const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<rect width="32" height="32" rx="8" fill="#1a63d8"/>',
  '<g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">',
  '<path d="M16 9v3M13 9h6M8 21a8 9 0 0 1 16 0zM6 25h20"/>',
  '</g></svg>',
].join('')
