// The same options in four libraries. It is compiled, and never run: each library infers the types of the data.
import type { Case, CaseInput, CaseList, Frontdesk } from '@frontdesk/client-sdk'
import {
  createCaseMutationOptions,
  getCaseQueryOptions,
  listCasesInfiniteQueryOptions,
} from '@frontdesk/client-sdk/query'
import * as react from '@tanstack/react-query'
import * as solid from '@tanstack/solid-query'
import * as svelte from '@tanstack/svelte-query'
import * as vue from '@tanstack/vue-query'

type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false
const same = <One, Other>(..._: Equal<One, Other> extends true ? [] : [never]) => undefined

const only = (frontdesk: Frontdesk) => ({
  one: getCaseQueryOptions(frontdesk, 'c'),
  all: listCasesInfiniteQueryOptions(frontdesk, { status: 'open' }),
  create: createCaseMutationOptions(frontdesk),
})

export function inReact(frontdesk: Frontdesk) {
  const { one, all, create } = only(frontdesk)
  const [query, pages, mutation] = [react.useQuery(one), react.useInfiniteQuery(all), react.useMutation(create)]
  same<typeof query.data, Case | undefined>()
  same<NonNullable<typeof pages.data>['pages'], CaseList[]>()
  same<typeof mutation.data, Case | undefined>()
  same<Parameters<typeof mutation.mutate>[0], CaseInput>()
  // @ts-expect-error a case has no such member
  void query.data?.title
  return { query, pages, mutation }
}

export function inVue(frontdesk: Frontdesk) {
  const { one, all, create } = only(frontdesk)
  const [query, pages, mutation] = [vue.useQuery(one), vue.useInfiniteQuery(all), vue.useMutation(create)]
  same<typeof query.data.value, Case | undefined>()
  same<NonNullable<typeof pages.data.value>['pages'], CaseList[]>()
  same<typeof mutation.data.value, Case | undefined>()
  same<Parameters<typeof mutation.mutate>[0], CaseInput>()
  // @ts-expect-error a case has no such member
  void query.data.value?.title
  return { query, pages, mutation }
}

export function inSvelte(frontdesk: Frontdesk) {
  const { one, all, create } = only(frontdesk)
  const query = svelte.createQuery(() => one)
  const pages = svelte.createInfiniteQuery(() => all)
  const mutation = svelte.createMutation(() => create)
  same<typeof query.data, Case | undefined>()
  same<NonNullable<typeof pages.data>['pages'], CaseList[]>()
  same<typeof mutation.data, Case | undefined>()
  same<Parameters<typeof mutation.mutate>[0], CaseInput>()
  // @ts-expect-error a case has no such member
  void query.data?.title
  return { query, pages, mutation }
}

export function inSolid(frontdesk: Frontdesk) {
  const { one, all, create } = only(frontdesk)
  const query = solid.useQuery(() => one)
  const pages = solid.useInfiniteQuery(() => all)
  const mutation = solid.useMutation(() => create)
  same<typeof query.data, Case | undefined>()
  same<NonNullable<typeof pages.data>['pages'], CaseList[]>()
  same<typeof mutation.data, Case | undefined>()
  same<Parameters<typeof mutation.mutate>[0], CaseInput>()
  // @ts-expect-error a case has no such member
  void query.data?.title
  return { query, pages, mutation }
}
