package vn.toancanh.rtsp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.Sdp;

/**
 * What a server describes, as far as we play it.
 *
 * @param announcedRate RTP ticks a second by the description, 0 where it says nothing of sense
 * @param setupUris addresses to ask for the track's SETUP at, in turn
 * @param playUris addresses to ask for PLAY at, in turn; the first is that of the whole session
 * @param described the description without what we do not play
 */
record Presentation(
        VideoTrack track,
        int announcedRate,
        List<String> setupUris,
        List<String> playUris,
        PacketSink.Described described) {
    static Presentation of(String asked, Headers answer, Sdp sdp, TrackChoice.Found found) {
        String base = ControlUri.base(asked, answer);
        List<String> setups = ControlUri.candidates(asked, base, found.control());
        List<String> plays = new ArrayList<>(
                ControlUri.candidates(asked, base, sdp.attribute("control").orElse("*")));
        plays.add(asked);
        plays.addAll(setups);
        Sdp played = new Sdp(sdp.name(), sdp.attributes(), List.of(found.media()));
        return new Presentation(
                found.track(),
                found.announcedRate(),
                setups,
                List.copyOf(new LinkedHashSet<>(plays)),
                new PacketSink.Described(found.track(), found.announcedRate(), played));
    }
}
