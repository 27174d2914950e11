// What each operation answers, the same in every app: fixed values, so that only the frameworks differ.

export const parcelId = '0123456789abcdef0123456789abcdef'

export const parcel = {
  name: 'Spare drum',
  description: 'For the kiosk at gate A4.',
  category: 'small',
  quantity: 3,
  price: 19.99,
  dispatchDate: '2027-05-08',
  labels: { site: 'A4', floor: '2' },
  recipient: { name: 'Facilities', city: 'Utrecht', postcode: '3511 AB' },
}

export const answers = {
  list: (limit = 25) => ({ items: Array.from({ length: Math.min(limit, 2) }, () => ({ id: parcelId, ...parcel })) }),
  create: (body: object) => ({ id: parcelId, ...body }),
  get: (id: string) => ({ id, ...parcel }),
  update: (id: string, body: object) => ({ id, ...parcel, ...body }),
}
