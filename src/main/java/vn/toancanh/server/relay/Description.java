package vn.toancanh.server.relay;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.rtsp.message.Sdp;

/** A camera's description as viewers get it: its media as it told it, at our addresses, and nothing of where the camera is. */
final class Description {
    private Description() {}

    static String of(Sdp camera) {
        List<Sdp.Attribute> session = new ArrayList<>(without(camera.attributes()));
        session.add(new Sdp.Attribute("control", "*"));
        List<Sdp.Media> media = new ArrayList<>();
        for (Sdp.Media one : camera.media()) {
            List<Sdp.Attribute> attributes = new ArrayList<>(without(one.attributes()));
            attributes.add(new Sdp.Attribute("control", Dialogue.CONTROL));
            media.add(new Sdp.Media(one.kind(), 0, one.protocol(), one.payloadTypes(), attributes));
        }
        return new Sdp("-", session, media).write();
    }

    private static List<Sdp.Attribute> without(List<Sdp.Attribute> attributes) {
        return attributes.stream()
                .filter(each -> !each.name().equalsIgnoreCase("control")
                        && !each.name().equalsIgnoreCase("source-filter")
                        && !each.name().toLowerCase(java.util.Locale.ROOT).startsWith("rtcp"))
                .toList();
    }
}
