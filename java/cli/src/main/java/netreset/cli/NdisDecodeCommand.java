// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.ndis.decode.Decoder;
import netreset.ndis.decode.Meaning;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says what numbers of NDIS mean, and what names stand for. */
final class NdisDecodeCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> texts = new ArrayList<>();
    private boolean json;

    NdisDecodeCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .description(
                        "Says what a number of NDIS means, or a name stands for: a status, an OID, a bug check with the parameters that"
                                + " name its cause, an event log code. Whatever it can mean is printed; of a number that isn't known,"
                                + " what its fields say.",
                        "Numbers are decimal, or hexadecimal after 0x. A name may lack its prefix, as NDIS_STATUS_ or OID_.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ndis decode 0xC001000D",
                        "  netreset ndis decode 0x7C/0x0F         bug check 0x7C whose first parameter is 0x0F",
                        "  netreset ndis decode RESET_IN_PROGRESS",
                        "  netreset ndis decode 10400 --json      an event id");
        return spec.name("decode")
                .addPositional(Arguments.parameters(value -> texts = value)
                        .arity("1..*")
                        .required(true)
                        .paramLabel("NUMBER|NAME")
                        .description("What is to be decoded.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws IOException {
        for (Meaning meaning : meanings()) {
            if (json) {
                NdisJson.write(root.console().out(), meaning);
            } else {
                NdisText.print(root.console().out(), meaning);
            }
        }
        return ExitCode.DONE.number();
    }

    private List<Meaning> meanings() {
        try {
            return texts.stream().flatMap(text -> Decoder.decode(text).stream()).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
