// The title's small drawing: a low light over water, in lines that take the colours of the theme.

const WAVES = [
  { y: 74, from: 26, to: 214 },
  { y: 82, from: 44, to: 196 },
  { y: 90, from: 34, to: 152 },
  { y: 90, from: 162, to: 208 },
  { y: 98, from: 66, to: 178 },
  { y: 106, from: 92, to: 150 },
] as const;

export function Vignette() {
  return (
    <svg className="vignette" viewBox="0 0 240 116" aria-hidden="true" focusable="false">
      <circle className="vignette__glow" cx="120" cy="50" r="34" />
      <circle className="vignette__moon" cx="120" cy="50" r="20" />
      <path className="vignette__hill" d="M0 66 C30 66 44 52 64 52 C84 52 92 66 118 66 L240 66 L240 67 L0 67 Z" />
      <path className="vignette__hill" d="M150 66 C170 66 182 42 204 42 C220 42 226 66 240 66 L240 67 L150 67 Z" />
      {WAVES.map((wave) => (
        <line
          key={`${wave.y}-${wave.from}`}
          className="vignette__wave"
          x1={wave.from}
          x2={wave.to}
          y1={wave.y}
          y2={wave.y}
        />
      ))}
    </svg>
  );
}
