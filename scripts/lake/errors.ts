const statusNames: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 414 | 415 | 500 | 503 | 504

/** An answer that is an error, in one of the forms that Sanity's API has for them. */
export class ApiError extends Error {
  readonly status: ErrorStatus
  readonly body: Record<string, unknown>

  constructor(status: ErrorStatus, message: string, body: Record<string, unknown>) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

/** The form that everything but queries, mutations and actions uses. */
export function httpError(
  status: ErrorStatus,
  message: string,
  extra: Record<string, unknown> = {},
): ApiError {
  return new ApiError(status, message, { statusCode: status, error: statusNames[status], message, ...extra })
}

/** Sanity's own code for a missing or unknown session; the Studio logs out on it. */
export function unauthorised(message: string): ApiError {
  return httpError(401, message, { errorCode: 'SIO-401-ANF' })
}

/** Where datasets are managed, the error itself has this name, by which the Studio knows it. */
export function datasetNotFound(name: string): ApiError {
  const message = `Dataset "${name.slice(0, 100)}" not found`
  return new ApiError(404, message, { statusCode: 404, error: 'Dataset not found', message })
}

export function forbidden(message: string): ApiError {
  return httpError(403, message)
}

type ItemError = { description: string; type: string; [detail: string]: unknown }

/** A refused mutation. `index` is its place in the request. */
export function mutationError(status: ErrorStatus, index: number, item: ItemError): ApiError {
  const description = `Mutation failed: ${item.description}`
  return new ApiError(status, description, {
    error: { description, items: [{ error: item, index }], type: 'mutationError' },
  })
}

/** A mutation that is wrong in itself, whatever is stored. */
export function invalidMutation(index: number, description: string): ApiError {
  return mutationError(400, index, { description, type: 'validationError' })
}

/** Clients take this for the success that an earlier try had without their hearing of it. */
export function transactionExists(transactionId: string): ApiError {
  const description = `Transaction "${transactionId}" already exists`
  return new ApiError(409, description, {
    error: { description, type: 'transactionAlreadyExistsError', transactionId },
  })
}

/** A refused action. `index` is its place in the request. */
export function actionError(status: ErrorStatus, index: number, item: ItemError): ApiError {
  return new ApiError(status, item.description, {
    error: { description: item.description, items: [{ error: item, index }], type: 'actionError' },
  })
}

/** A request whose shape is wrong before any document is looked at. */
export function malformed(description: string): ApiError {
  return new ApiError(400, description, { error: { description, type: 'validationError' } })
}

/** A query that GROQ does not understand. `start` and `end` are the first and the last character of what is wrong. */
export function queryParseError(description: string, query: string, start: number, end = start): ApiError {
  return new ApiError(400, description, {
    error: { description, query, start, end, type: 'queryParseError' },
  })
}

/** A query that was stopped. Not one of the statuses on which clients ask again: it would only be stopped again. */
export function queryTimeout(milliseconds: number): ApiError {
  const description = `The query was stopped after ${milliseconds / 1000} seconds`
  return new ApiError(504, description, { error: { description, type: 'queryTimeoutError' } })
}
