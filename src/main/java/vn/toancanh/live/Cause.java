package vn.toancanh.live;

/** Why a tile shows no live picture, in causes an operator understands. Text key: {@code cause.<camelCase>}. */
public enum Cause {
    CAMERA_UNREACHABLE("cause.cameraUnreachable"),
    /** Nothing is known of the camera then. */
    RELAY_AWAY("cause.relayAway"),
    PASSWORD_REFUSED("cause.passwordRefused"),
    /** The camera, or the relay before it, shows another than the one that is accepted. */
    CERTIFICATE_REFUSED("cause.certificateRefused"),
    STREAM_NOT_FOUND("cause.streamNotFound"),
    /** None for five seconds, as its words say. */
    NO_VIDEO("cause.noVideo"),
    /** None for less than that. */
    NO_PICTURE("cause.noPicture"),
    /** Video comes, and what a picture can be begun with has not. */
    AWAITS_KEY_FRAME("cause.awaitsKeyFrame"),
    /** Video comes, with what a picture can be begun with, and the decoder makes none. */
    NOT_DECODED("cause.notDecoded"),
    FEW_PICTURES("cause.fewPictures"),
    PICTURES_LATE("cause.picturesLate"),
    PICTURES_OLD("cause.picturesOld"),
    OLD_BY_CLOCK("cause.oldByClock"),
    /** Nothing says that these are not. */
    OLD_BEFORE("cause.oldBefore"),
    TIME_STANDS("cause.timeStands"),
    NO_ENCRYPTION("cause.noEncryption"),
    NO_TRANSPORT("cause.noTransport"),
    /** Others of its streams may have some. */
    NO_VIDEO_OFFERED("cause.noVideoOffered"),
    CODEC_NOT_SUPPORTED("cause.codecNotSupported"),
    SERVER_REFUSED("cause.serverRefused"),
    SERVER_AWAY("cause.serverAway"),
    GRANT_OVER("cause.grantOver"),
    NOT_FOR_VISITORS("cause.notForVisitors"),
    /** Of something that whoever looks here may not see; what it is is not known here. */
    WITHHELD("cause.withheld"),
    RIGHTS_OVER("cause.rightsOver"),
    WORKER_RESTARTED("cause.workerRestarted"),
    IN_CRASHES("cause.inCrashes"),
    CRASHES_DECODER("cause.crashesDecoder"),
    /** A fault of this machine or program, and not of the stream. */
    PLAYER_FAILED("cause.playerFailed"),
    /** They come here, and are not seen. */
    NOT_PAINTED("cause.notPainted"),
    BAD_STREAM("cause.badStream"),
    CAMERA_UNKNOWN("cause.cameraUnknown"),
    /** It has another address at the server; what played came from the one before. */
    CAMERA_MOVED("cause.cameraMoved"),
    NO_RESOURCES("cause.noResources"),
    DECODER_MISSING("cause.decoderMissing"),
    MACHINE_BUSY("cause.machineBusy"),
    MEMORY_SHORT("cause.memoryShort");

    private final String textKey;

    Cause(String textKey) {
        this.textKey = textKey;
    }

    public String textKey() {
        return textKey;
    }
}
