package vn.toancanh.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;

/**
 * Where a camera's stream really is, as the central server keeps it and an inventory names it.
 *
 * @param uri rtsp or rtsps, without credentials
 */
public record StreamSource(
        StreamRole role,
        URI uri,
        @Nullable String user,
        @Nullable Secret password) {}
