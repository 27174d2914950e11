// A React list with TanStack Query: pages on demand, and a form whose success refreshes the list.
import { BadRequestError, createFrontdesk } from '@frontdesk/client-sdk'
import { createCaseMutationOptions, listCasesInfiniteQueryOptions } from '@frontdesk/client-sdk/react-query'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const frontdesk = createFrontdesk({
  baseUrl: 'http://localhost:3000',
  token: () => sessionStorage.getItem('token') ?? undefined,
})

export function CaseList() {
  const query = listCasesInfiniteQueryOptions(frontdesk, { status: 'open', limit: 10 })
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(query)
  if (error) return <p role="alert">{error.message}</p>
  return (
    <>
      <NewCase onCreated={query.queryKey} />
      <ul>
        {data?.pages
          .flatMap(({ cases }) => cases)
          .map(({ caseId, description }) => (
            <li key={caseId}>{description}</li>
          ))}
      </ul>
      <button disabled={!hasNextPage || isFetching} onClick={() => void fetchNextPage()}>
        More
      </button>
    </>
  )
}

function NewCase({ onCreated: queryKey }: { onCreated: readonly unknown[] }) {
  const [description, setDescription] = useState('')
  const client = useQueryClient()
  const { mutate, error } = useMutation({
    ...createCaseMutationOptions(frontdesk),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <form action={() => mutate({ description })}>
      <input value={description} onChange={({ target }) => setDescription(target.value)} />
      {error instanceof BadRequestError && error.errors.map(({ detail }) => <em key={detail}>{detail}</em>)}
      <button>Open a case</button>
    </form>
  )
}
