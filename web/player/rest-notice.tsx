// Says once, beneath the line to write on, that this is a good place to rest. It stands in nobody's way: the story can be
// played past it, and what is being written stays where it is.
export function RestNotice(props: { due: boolean; onRest: () => void; onGoOn: () => void }) {
  return (
    <section className={props.due ? 'rest' : 'rest rest--none'} aria-label="A good place to rest">
      <output className="rest__words">
        {props.due && (
          <p>
            You have been here for three quarters of an hour. This is a good place to rest: the story keeps its place,
            and nothing in it goes on without you.
          </p>
        )}
      </output>
      {props.due && (
        <div className="rest__ways">
          <button type="button" className="button" onClick={props.onRest}>
            Take a break
          </button>
          <button type="button" className="button button--plain" onClick={props.onGoOn}>
            Go on playing
          </button>
        </div>
      )}
    </section>
  );
}
