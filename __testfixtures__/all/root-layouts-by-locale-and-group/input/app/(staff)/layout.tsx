import type { ReactNode } from "react";
import "./staff.css";

export default function StaffLayout({ children, alarms }: { children: ReactNode; alarms: ReactNode }) {
  return (
    <html lang="en">
      <body className="staff">
        {alarms}
        {children}
      </body>
    </html>
  );
}
