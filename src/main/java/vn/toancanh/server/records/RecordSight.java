package vn.toancanh.server.records;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;

/** A record as somebody whom it concerns may know it: whoever wrote it all of it, others without cameras that they do not see. */
final class RecordSight {
    private final Reach reach;

    RecordSight(Reach reach) {
        this.reach = reach;
    }

    RecordBody of(Principal who, RecordBody record) {
        if (record.by().id().equals(who.accountId())) {
            return record;
        }
        List<String> cameras = reach.told(who, record.cameraIds());
        Set<String> named = NamedCameras.in(record.content());
        Set<String> told = new HashSet<>(reach.told(who, List.copyOf(named)));
        JsonNode content = told.containsAll(named)
                ? record.content()
                : NamedCameras.without(record.content(), camera -> !told.contains(camera));
        return record.told(cameras, reach.told(who, record.siteId(), cameras), content);
    }
}
