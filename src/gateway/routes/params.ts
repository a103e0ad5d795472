// The one parameter that addresses have.
import type { FastifyRequest } from 'fastify';

export function idOf(request: FastifyRequest): string {
  const { params } = request;
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
}
