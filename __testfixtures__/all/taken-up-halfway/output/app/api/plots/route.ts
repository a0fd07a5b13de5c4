import { getServerSession } from 'next-auth'
import { authOptions } from '@/server/auth-config'

export async function POST() {
  const session = await getServerSession(authOptions)
  if (!session) return new Response(null, { status: 401 })
  return Response.json({ dug: true })
}
