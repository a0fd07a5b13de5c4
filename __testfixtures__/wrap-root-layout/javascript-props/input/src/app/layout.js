import Navbar from "../components/Navbar";
import "./globals.css";

export const metadata = { title: "Seeds" };

export default async function Layout(props) {
  return (
    <html lang="en">
      <body>
        <Navbar />
        <div className="page">{props.children}</div>
      </body>
    </html>
  );
}
