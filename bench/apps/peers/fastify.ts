// Fastify with fastify-openapi-glue, behind the adapter for Lambda.
import awsLambdaFastify from '@fastify/aws-lambda'
import { fastify, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'
import { answers } from '../../api/answers.ts'
import { operationId } from '../../api/contract.ts'
import { contract, resources } from '../served.ts'

// As it comes it takes unknown members out, and answers with errors that the contract does not have.
const app = fastify({ ajv: { customOptions: { removeAdditional: false } } })
const idOf = (request: FastifyRequest) => (request.params as { id: string }).id

const serviceHandlers = Object.fromEntries(
  resources.flatMap((n) => [
    [operationId('list', n), (req: FastifyRequest) => answers.list((req.query as { limit?: number }).limit)],
    [
      operationId('create', n),
      (req: FastifyRequest, reply: FastifyReply) => reply.code(201).send(answers.create(req.body as object)),
    ],
    [operationId('get', n), (req: FastifyRequest) => answers.get(idOf(req))],
    [operationId('update', n), (req: FastifyRequest) => answers.update(idOf(req), req.body as object)],
    [operationId('delete', n), (_req: FastifyRequest, reply: FastifyReply) => reply.code(204).send()],
  ]),
)
app.setErrorHandler<FastifyError>(({ statusCode = 500, message }, _req, reply) =>
  reply.code(statusCode).send({ title: message }),
)
app.register(openapiGlue, { specification: contract(), serviceHandlers })

export const handler = awsLambdaFastify(app)
