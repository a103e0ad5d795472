// The one sentence a newcomer reads when a part can be had in none of the ways we know.
import { AppError } from '../../domain/errors.ts';

export function missing(part: { title: string; variable: string; binary: string; registry: string }): AppError {
  return new AppError(
    'part_missing',
    `${part.title} is missing: set ${part.variable} to one that runs, or put \`${part.binary}\` on PATH ` +
      `(${part.registry}), or start Docker and use docker-compose.temporal.yml.`,
  );
}
