import './globals.css'
import { AuthProvider } from '@/components/auth-provider'

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider refetchInterval={300}>{children}</AuthProvider>
      </body>
    </html>
  )
}
