// The icon of the service, inside the message: a bell on a desk. Every client shows PNG, and some also SVG.

/** 48 × 48 points in 16 shades, drawn from the SVG below. */
const png = [
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwBAMAAAClLOS0AAAAMFBMVEUaY9gaY9gaY9gaY9gaY9gaY9gaY9gaY9gaY9gaY9gaY9ga',
  'Y9gaY9gaY9gaY9gaY9iQc972AAAAEHRSTlMAESIzRFVmd4iZqrvM3e7/dpUBFQAAAIFJREFUeNpjYBgFDAz//w9GCVKB6Jz3/04G',
  'Yopr/geDSejiHP+hoAFVnOk8TOKPAoqE3X84eIyi4T1C4h+yFp7/SOAAkkQ/ssQPJJP+owCEWZyoEhPgEvKoEh/hEvGoEl/hEvNR',
  'JX7CJc6jSvyBS7xHlfiHFHWogK5JFhNQW2IQAgCFJiPalsZ8EAAAAABJRU5ErkJggg==',
].join('')

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#1a63d8" d="M4 17a8 8 0 0 1 16 0zM2 19h20v2H2zM11 5h2v3h-2z"/></svg>'

export const icons = [
  { src: `data:image/png;base64,${png}`, mimeType: 'image/png', sizes: ['48x48'] },
  { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, mimeType: 'image/svg+xml', sizes: ['any'] },
]
