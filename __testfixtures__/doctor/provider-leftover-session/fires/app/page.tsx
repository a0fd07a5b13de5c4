import { UserName } from "../components/user-name";

export default function Page() {
  return <UserName />;
}
