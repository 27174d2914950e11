export default {
  change: ({ productName }) => (String(productName).endsWith('!') ? undefined : { set: { productName: productName + '!' } }),
}
