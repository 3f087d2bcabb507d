"""What the made-up students answer in words: `{lab: text}`, as somebody would who has understood it, half of it, or not."""

from __future__ import annotations

Reflections = dict[str, str]

UNDERSTOOD: Reflections = {
    "01_single_weight": "Say the input is -3, the weight 1 and the truth 0. The prediction is -3, so delta is -3. If I subtract "
    "delta the weight becomes 4 and the prediction -12: wrong way, because a negative input turns everything round. "
    "delta * input = 9 has the right sign. But 1 - 9 = -8 predicts 24, which is far past the bottom. With alpha = 0.05 I get "
    "0.55 and predict -1.65, nearer to 0. The slope says which way, not how far it is to the bottom.",
    "02_multiple_inputs": "I don't agree. When I began with other weights the error also went to 0, with quite different weights in "
    "the end, so one game can't decide between them. The toes' weight moved most only because 8.5 is the largest input: "
    "-0.14 * 8.5 = -1.19, and for the record it is -0.14 * 0.65 = -0.091. That is a matter of units, not of importance.",
    "03_multiple_outputs": "Only row two of the weights moves, because each weight uses the delta of its own output and the others "
    "are 0. The toes' weight in that row moves most, it has the largest input. I would try the code with two outputs and "
    "three inputs: then rows and columns can't be mixed up without an error.",
    "04_freezing_weights": "The others have brought the error to 0. Then delta is 0, and 0 times any input is 0, so no weight has a "
    "reason to move, thawed or not. I would answer that the network could do without the toes for this game. That doesn't mean "
    "they don't matter, in another game record and fans might not be enough.",
    "05_mnist": "It took my 7 with a crossbar for a 3. The bar lies where threes have ink, there the weights are positive, and pixel "
    "times weight is all it adds up. I'd train with some crossed sevens and compare the accuracy on test images that I "
    "used neither for training nor to get the idea.",
}
HALF_OF_IT: Reflections = {
    "01_single_weight": "You have to multiply by the input, because when the input is 0 the weight can't be guilty and when it is "
    "negative you would go in the wrong direction.",
    "02_multiple_inputs": "The weight of the toes moved most because the toes are the largest number, delta is the same for all.",
    "03_multiple_outputs": "The weights of the second output move, the others have delta 0.",
    "04_freezing_weights": "Nothing moves because the error is 0 already.",
    "05_mnist": "The scores are sums of pixel times weight, and my 4 had ink where the 9 has it.",
}
NOT_YET: Reflections = {
    "01_single_weight": "It works if you do it often enough, alpha is there so that the computer has time.",
    "02_multiple_inputs": "Yes. Toes matter most since their weight has changed most.",
    "03_multiple_outputs": "All nine move, because the network learns as a whole. I would see from the error whether it is right.",
    "04_freezing_weights": "It was frozen too long. The toes are not important then.",
    "05_mnist": "It needs more layers.",
}
