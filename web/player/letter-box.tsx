// Where the player answers a person. It says who reads, so that it is not mistaken for the line that the story reads.
import { type FormEvent, useId, useState } from 'react';
import type { Problem } from '../shared/api.ts';

/** As many characters as the gateway takes. */
const LONGEST = 1000;

export function LetterBox(props: { to: string; write: (text: string) => Promise<Problem | null> }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const words = text.trim();

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (words === '' || busy) return;
    setBusy(true);
    const problem = await props.write(words);
    setBusy(false);
    // The words stay in the box until they have been passed on.
    setWrong(problem === null ? null : refusalLine(problem));
    if (problem === null) setText('');
  }

  return (
    <form className="letter-box" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>Write to {props.to}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`}>
        A person reads this, not the story.
        {words.length > LONGEST * 0.8 && ` ${words.length} of ${LONGEST} characters.`}
      </p>
      <p className="field__wrong" role="alert">
        {wrong}
      </p>
      <button type="submit" className="button" aria-disabled={busy || words === ''}>
        Send to {props.to}
      </button>
    </form>
  );
}

function refusalLine(problem: Problem): string {
  switch (problem.code) {
    case 'not_found':
      return 'The care team has closed this conversation. If you are in danger, use “Get help now” above.';
    case 'network':
      return 'No answer came, so it is not certain that it was passed on. Your words are still here.';
    default:
      return problem.detail;
  }
}
