package vn.toancanh.rtsp.message;

import java.io.IOException;
import java.io.Serial;

/** What the other side sent is no RTSP, or more of it than we take. The message holds no secret and no raw input. */
public final class RtspFormatException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RtspFormatException(String message) {
        super(message);
    }
}
