/** The Next.js majors the journeys run on, each with the React it ships with. */
export const versions = {
  14: { next: "^14.2.35", react: "^18.3.1" },
  15: { next: "^15.5.0", react: "^19.0.0" },
  16: { next: "^16.0.0", react: "^19.0.0" },
} as const;

export type NextMajor = keyof typeof versions;

/** All of them, as `describe.each` wants them. */
export const nextMajors = [14, 15, 16] as const satisfies readonly NextMajor[];

/** The package.json of the example for one major, made from its own. */
export function pinVersions(packageJson: string, major: NextMajor): string {
  const manifest = JSON.parse(packageJson) as Record<string, Record<string, string>>;
  const { next, react } = versions[major];
  const types = react.startsWith("^18") ? "^18" : "^19";
  Object.assign(manifest["dependencies"]!, { next, react, "react-dom": react });
  Object.assign(manifest["devDependencies"]!, { "@types/react": types, "@types/react-dom": types });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
