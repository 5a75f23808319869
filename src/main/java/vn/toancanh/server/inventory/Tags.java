package vn.toancanh.server.inventory;

import java.util.HexFormat;
import java.util.Objects;
import vn.toancanh.server.accounts.Principal;

/** Entity tags of lists that are others for other people. */
final class Tags {
    private Tags() {}

    /** Never the same for another list, other data, another revision, or whoever may see something else. */
    static String of(Principal who, String what, String instanceId, long revision) {
        int list = Objects.hash(what, instanceId, who.roleId(), who.role().version(), who.settledRevision());
        return "W/\"" + HexFormat.of().toHexDigits(list) + "-" + revision + "\"";
    }
}
