// What a person reads before the first turn. A change of meaning needs a new version: consent is to a version of this text.
import { createHash } from 'node:crypto';
import type { GatewaySettings } from './services.ts';

const COVERAGE = {
  none: 'No person reads along here. When a message worries the system it shows help lines and opens a case, and nobody may look at it in time.',
  hours:
    'A care team reads cases at set hours. Outside them nobody may look at a case until the team is back; the page says when that is.',
  '24/7': 'A care team is on call day and night and looks at cases.',
} as const;

export function intakeText(
  settings: Pick<GatewaySettings, 'coverage' | 'modelProvider'>,
): GatewaySettings['intakeText'] {
  const { coverage, modelProvider } = settings;
  return {
    version: `2026-11-23b.${coverage}.${modelProvider === null ? 'authored' : modelIn(modelProvider)}`,
    sections: [
      {
        title: 'What this is',
        text: 'This is software and a game: an interactive story in which you can try out ways to cope with hard moments. It is not therapy, not medical advice and not an emergency service. It has not been clinically tested.',
      },
      {
        title: 'Who can read what you write',
        text: 'What you write is stored encrypted. The clinicians of your care team, and one who is called to help you, can read your sessions if you agree to it below. In an emergency a clinician or supervisor may read them for an hour without that, for a reason that is shown to you. You can see who read or was told what. Every message is read by software for signs that you may be in danger.',
      },
      {
        title: 'When a person is called',
        text: `If a message suggests that you or somebody else is in danger, the story stops, you see help lines for your country, and a case is opened for your care team. ${COVERAGE[coverage]} This software never calls an emergency service for you.`,
      },
      {
        title: 'Who tells the story',
        text:
          modelProvider === null
            ? 'The story is told from texts written by people. What you write is not sent to a language model.'
            : `Parts of the story are told by a language model of ${modelProvider}, which receives what you write, and which kinds of theme to lean to or to leave out for you, if you agree to it below.`,
      },
      {
        title: 'Changing your mind',
        text: 'You can stop at any time, take back each consent, and ask whoever runs this installation to delete what is stored about you.',
      },
    ],
  };
}

/** Agreed to one provider is not agreed to another; hashed, because a version is short and a name need not be. */
function modelIn(provider: string): string {
  return `model-${createHash('sha256').update(provider).digest('hex').slice(0, 12)}`;
}
