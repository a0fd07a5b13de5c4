import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";

export default async function orders(req: NextApiRequest, res: NextApiResponse) {
  // @ts-ignore
  const session = await getServerSession(req, res, authOptions);
  res.json({ email: session?.user?.email });
}
