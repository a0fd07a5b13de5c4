export { Root as ThemeProvider } from "./root";
