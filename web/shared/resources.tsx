// A list of places to turn to, each with what a phone can open in one tap.
import type { HelpResource } from '../../src/domain/turn.ts';
import { contactLinks } from './contact.ts';

export function Resources(props: { resources: readonly HelpResource[] }) {
  return (
    <ul className="resources">
      {props.resources.map((resource) => {
        const links = contactLinks(resource.contact);
        return (
          <li key={`${resource.name} ${resource.contact}`} className="resource">
            <div>
              <span className="resource__name">{resource.name}</span>
              {resource.hours !== '' && <span className="resource__hours">{resource.hours}</span>}
            </div>
            <div className="resource__links">
              {links.length === 0 && <span>{resource.contact}</span>}
              {links.map((link) => (
                <a key={link.href} className="button button--contact" href={link.href} rel="noreferrer">
                  {link.label}
                </a>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
