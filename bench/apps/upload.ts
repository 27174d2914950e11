// What is uploaded with the presigned URLs that are compared.
export const upload = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  bucket: 'parcels',
  key: 'parcels/0123/note.txt',
}
