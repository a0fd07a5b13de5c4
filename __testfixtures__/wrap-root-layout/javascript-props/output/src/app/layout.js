import Navbar from "../components/Navbar";
import "./globals.css";
import { AuthProvider } from "../components/AuthProvider";

export const metadata = { title: "Seeds" };

export default async function Layout(props) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          <Navbar />
          <div className="page">{props.children}</div>
        </AuthProvider>
      </body>
    </html>
  );
}
