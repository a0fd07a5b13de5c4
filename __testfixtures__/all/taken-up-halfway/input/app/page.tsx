import { getServerSession } from 'next-auth'
import { authOptions } from '@/server/auth-config'
import { Plot } from '@/components/plot'

export default async function Page() {
  const session = await getServerSession(authOptions)
  return <Plot owner={session?.user?.name} />
}
