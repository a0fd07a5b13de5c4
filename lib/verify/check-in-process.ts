import type typescript from "typescript";
import { overlaidSystem, type Overlay } from "./overlay.ts";
import type { Problem } from "./problem.ts";

type TypeScript = typeof typescript;

/** One tsconfig.json, read with a change laid over the disk. */
export interface Configuration {
  file: string;
  parsed: typescript.ParsedCommandLine;
}

/** A configuration and all that it references, each once, itself first. */
export function readConfigurations(ts: TypeScript, file: string, overlay: Overlay): Configuration[] {
  const system = overlaidSystem(ts, overlay);
  const found = new Map<string, Configuration>();
  const read = (path: string): void => {
    if (found.has(path) || !system.fileExists(path)) return;
    const host = { ...ts.sys, ...system, onUnRecoverableConfigFileDiagnostic: () => undefined };
    const parsed = ts.getParsedCommandLineOfConfigFile(path, { noEmit: true }, host);
    if (parsed === undefined) return;
    found.set(path, { file: path, parsed });
    for (const reference of parsed.projectReferences ?? []) read(ts.resolveProjectReferencePath(reference));
  };
  read(file);
  return [...found.values()];
}

/** Parsed once, for the time before and after the change. */
export type SourceFiles = Map<string, typescript.SourceFile>;

/**
 * Type-checks what a configuration covers, in memory: nothing is emitted, and no build information read or written, so
 * that an incremental build goes on from where it was.
 *
 * @param only absolute paths: the files to be checked; all of the project's own otherwise
 */
export function problemsOf(
  ts: TypeScript,
  { parsed }: Configuration,
  overlay: Overlay,
  known: SourceFiles,
  only?: ReadonlySet<string>,
): Problem[] {
  const program = ts.createProgram({
    rootNames: parsed.fileNames,
    options: { ...parsed.options, noEmit: true },
    projectReferences: parsed.projectReferences,
    host: hostOf(ts, parsed.options, overlay, known),
    configFileParsingDiagnostics: parsed.errors,
  });
  const files = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file) && !program.isSourceFileFromExternalLibrary(file))
    .filter(({ fileName }) => only === undefined || only.has(fileName));
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map((diagnostic) => toProblem(ts, diagnostic));
}

function hostOf(ts: TypeScript, options: typescript.CompilerOptions, overlay: Overlay, known: SourceFiles): typescript.CompilerHost {
  const system = overlaidSystem(ts, overlay);
  const host = {
    ...ts.createCompilerHost(options),
    ...system,
    getSourceFile: (path: string, version: typescript.ScriptTarget | typescript.CreateSourceFileOptions) => {
      const text = system.readFile(path);
      if (text === undefined) return undefined;
      const earlier = known.get(path);
      if (earlier?.text === text) return earlier;
      const file = ts.createSourceFile(path, text, version);
      known.set(path, file);
      return file;
    },
    writeFile: () => undefined,
    // As editors do: a referenced project is its source, built or not.
    useSourceOfProjectReferenceRedirect: () => true,
  };
  return host;
}

function toProblem(ts: TypeScript, { file, start = 0, code, messageText }: typescript.Diagnostic): Problem {
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  return { file: file?.fileName, line: line + 1, column: character + 1, code, message };
}
