// The parameters that addresses have.
import type { FastifyRequest } from 'fastify';

export const idOf = (request: FastifyRequest): string => paramOf(request, 'id');

export function paramOf({ params }: FastifyRequest, name: string): string {
  const found = typeof params === 'object' && params !== null ? Object.entries(params) : [];
  return String(found.find(([key]) => key === name)?.[1] ?? '');
}
