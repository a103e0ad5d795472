// A part of a page under its own heading, named by it for whoever moves by landmarks.
import { type ReactNode, type Ref, useId } from 'react';

export function Part(props: { title: string; ref?: Ref<HTMLElement>; children: ReactNode }) {
  const id = useId();
  return (
    <section className="case__part" aria-labelledby={id} ref={props.ref}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  );
}
