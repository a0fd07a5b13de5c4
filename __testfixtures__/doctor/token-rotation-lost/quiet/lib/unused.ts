import { getServerSession } from "next-auth";

export const nobodyCallsThis = () => getServerSession();
