// The upload that both ways presign.
export const region = 'eu-central-1'
export const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }
export const bucket = 'parcels'
export const key = 'parcels/0123/note.txt'
