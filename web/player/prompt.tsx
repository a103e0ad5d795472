// Where the player writes. Too long a text is still sent: it is read for danger before it is refused.
import { type FormEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import { MAX_TEXT_LENGTH } from '../../src/domain/turn.ts';

/** The counter appears when it begins to matter. */
const COUNT_FROM = MAX_TEXT_LENGTH - 200;

export function Prompt(props: {
  label: string;
  value: string;
  busy: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
  onSend: (text: string) => void;
}) {
  const id = useId();
  const { length } = props.value;

  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault();
    const text = props.value.trim();
    if (text !== '' && !props.busy) props.onSend(text);
    props.field.current?.focus({ preventScroll: true });
  }

  return (
    <form className="prompt" onSubmit={send}>
      <label htmlFor={id}>{props.label}</label>
      <div className="prompt__line">
        <textarea
          id={id}
          ref={props.field}
          rows={1}
          value={props.value}
          enterKeyHint="send"
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            // While an input method composes a word, Enter belongs to it.
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          aria-describedby={length > COUNT_FROM ? `${id}-count` : undefined}
        />
        <button type="submit" className="button button--send" aria-disabled={props.busy || props.value.trim() === ''}>
          Go on
        </button>
      </div>
      {length > COUNT_FROM && (
        <p
          id={`${id}-count`}
          className={length > MAX_TEXT_LENGTH ? 'prompt__count prompt__count--over' : 'prompt__count'}
          aria-live="polite"
        >
          {length.toLocaleString('en')} of {MAX_TEXT_LENGTH.toLocaleString('en')} characters
          {length > MAX_TEXT_LENGTH && '. It will be read, but the story can only answer a shorter text.'}
        </p>
      )}
    </form>
  );
}
