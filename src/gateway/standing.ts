// What a turn has to know of its player: consent and country. Remembered for half a minute, because every turn asks and the
// graph may be away when somebody needs help.
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { GatewayServices } from './services.ts';
import { within } from './within.ts';

export interface Standings {
  /** AppError('consent_missing') before the intake, or when the consent to play was taken back. */
  requireConsent(actor: Actor): Promise<void>;
  /** The player's country, or the installation's when it cannot be known quickly. Never rejects. */
  countryOf(actor: Actor): Promise<string>;
  /** Forgets what is remembered, after a change of profile or intake. */
  forget(actor: Actor): void;
}

interface Standing {
  consent: boolean;
  country: string;
  at: number;
}

const REMEMBERED_MS = 30_000;
/** Enough for a month's players of a large installation; the oldest go first. */
const REMEMBERED_MAX = 20_000;
/** A person in crisis does not wait for the graph to tell the country. */
const COUNTRY_WITHIN_MS = 300;

export function createStandings({
  accounts,
  pseudonymise,
  settings,
}: Pick<GatewayServices, 'accounts' | 'pseudonymise' | 'settings'>): Standings {
  const known = new Map<string, Standing>();

  async function standingOf(actor: Actor): Promise<Standing> {
    const player = pseudonymise(actor.subject);
    const remembered = known.get(player);
    if (remembered !== undefined && Date.now() - remembered.at < REMEMBERED_MS) return remembered;
    const { intake, country } = await accounts.profile(player);
    const standing = { consent: intake?.consents.play === true, country, at: Date.now() };
    known.delete(player);
    known.set(player, standing);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED_MAX && oldest !== undefined) known.delete(oldest);
    return standing;
  }

  return {
    async requireConsent(actor) {
      if (!(await standingOf(actor)).consent) {
        throw new AppError('consent_missing', 'Read and answer the intake first: POST /v1/players/me/intake.');
      }
    },
    async countryOf(actor) {
      const last = known.get(pseudonymise(actor.subject))?.country ?? settings.country;
      return within(COUNTRY_WITHIN_MS, standingOf(actor)).then(
        ({ country }) => country,
        () => last,
      );
    },
    forget(actor) {
      known.delete(pseudonymise(actor.subject));
    },
  };
}
