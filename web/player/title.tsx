// The first page: what this is, who reads what, and the way in.
import { type Info, type Me, whoReads } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { SignIn } from '../shared/sign-in.tsx';
import { Vignette } from './vignette.tsx';

export function Title(props: { api: Api; info: Info | null; onSignedIn: (me: Me) => void }) {
  const provider = props.info?.modelProvider ?? null;
  return (
    <main id={MAIN_ID} className="title" tabIndex={-1}>
      <Vignette />
      <h1>Story Sessions</h1>
      <p className="title__lede">A story told one turn at a time. You write what you do, and it answers.</p>
      <dl className="title__facts">
        <div>
          <dt>A game, and software</dt>
          <dd>No person is behind the narrator. It is a place to play and to practise, not a treatment.</dd>
        </div>
        <div>
          <dt>Who reads</dt>
          <dd>
            The program reads every line. Your care team reads only what you allow.{' '}
            {provider === null
              ? 'No outside language model receives your words.'
              : `To tell the story, your words are sent to ${provider}, if you agree.`}
          </dd>
        </div>
        <div>
          <dt>If you are in danger</dt>
          <dd>The story steps aside and shows help for your country. {props.info && whoReads(props.info)}</dd>
        </div>
      </dl>
      <SignIn api={props.api} info={props.info} account="player" onSignedIn={props.onSignedIn} />
    </main>
  );
}
