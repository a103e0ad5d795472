// The console's addresses, so that a case can be opened in a window of its own and a reload stays where it was.

export type Route = { page: 'cases' } | { page: 'case'; caseId: string } | { page: 'shift' } | { page: 'report' };

export function routeOf(hash: string): Route {
  const caseId = /^#\/case\/([\w-]+)$/.exec(hash)?.[1];
  if (caseId !== undefined) return { page: 'case', caseId };
  if (hash === '#/shift') return { page: 'shift' };
  if (hash === '#/report') return { page: 'report' };
  return { page: 'cases' };
}

export function goTo(route: Route): void {
  location.hash = hashOf(route);
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case 'cases':
      return '#/';
    case 'case':
      return `#/case/${route.caseId}`;
    case 'shift':
    case 'report':
      return `#/${route.page}`;
  }
}
