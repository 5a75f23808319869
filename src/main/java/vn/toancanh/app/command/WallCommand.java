package vn.toancanh.app.command;

import picocli.CommandLine.Command;

/** The command all others hang on. */
@Command(
        name = "./wall",
        description = "${bundle:wall.about}",
        synopsisHeading = "${bundle:wall.usage}",
        commandListHeading = "${bundle:wall.commands}",
        footer = "${bundle:wall.footer}",
        synopsisSubcommandLabel = "COMMAND")
final class WallCommand {}
