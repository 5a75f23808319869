package vn.toancanh.live;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;

/**
 * One stream to be decoded for one tile, or to be received only, ready for a tile that may come.
 *
 * @param generation grows with every opening of a tile; answers carry it, so that late ones are dropped
 * @param label camera number or name for worker logs; no secret
 * @param grant where the stream is and what opens it
 * @param size the tile's device pixels; pictures come at this size at most, in the stream's aspect ratio; null: no
 *     pictures until {@link Player#resize}
 */
public record PlayRequest(
        long generation,
        String label,
        StreamGrant grant,
        @Nullable PixelSize size) {
    /** What worker logs call a camera. */
    static String label(Camera known) {
        Integer number = known.number();
        return number == null ? known.name() : number.toString();
    }
}
