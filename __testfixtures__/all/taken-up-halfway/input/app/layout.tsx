'use client'

import { SessionProvider } from 'next-auth/react'
import './globals.css'

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider refetchInterval={300}>{children}</SessionProvider>
      </body>
    </html>
  )
}
